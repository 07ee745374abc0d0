// Time zones are ICU's, whose data it brings along: no file of the machine is read. See zones.h.
#include "time/zones.h"

#include <fmt/format.h>
#include <unicode/timezone.h>

#include <cstdlib>
#include <memory>

namespace dateline {

std::optional<int> minutes_east(const std::string& zone, date::local_seconds at) {
  const std::unique_ptr<icu::TimeZone> found(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)));
  if (!found || *found == icu::TimeZone::getUnknown()) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  int32_t standard = 0, summer = 0;
  constexpr UBool is_local = true;
  found->getOffset(static_cast<UDate>(at.time_since_epoch().count()) * U_MILLIS_PER_SECOND, is_local, standard, summer,
                   status);
  if (U_FAILURE(status)) return std::nullopt;
  return (standard + summer) / U_MILLIS_PER_MINUTE;
}

int offset_on_earth(int minutes) {
  constexpr int day = 24 * 60, most = 14 * 60;
  const int ahead = minutes % day;
  return ahead > most ? ahead - day : ahead <= most - day ? ahead + day : ahead;
}

std::string offset_text(std::chrono::minutes east) {
  const auto minutes = std::abs(east.count());
  if (minutes == 0) return "Z";
  return fmt::format("{}{:02}:{:02}", east.count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

}  // namespace dateline
