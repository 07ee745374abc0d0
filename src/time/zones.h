// Time zones by the name of a place, with their summer time. Tested by tests/time/zones_test.cpp.
#pragma once

#include <date/date.h>

#include <chrono>
#include <optional>
#include <string>

namespace dateline {

/// Minutes by which clocks of the zone ("Europe/Kyiv") are ahead of UTC when they show `at`; an hour that comes twice,
/// or never, counts as standard time. Nothing where no such zone is known.
std::optional<int> minutes_east(const std::string& zone, date::local_seconds at);

/// Minutes ahead of UTC, which may be a day off, as clocks of the earth are: from 10 hours behind it to 14 ahead.
int offset_on_earth(int minutes);

/// As ISO 8601 writes an offset east of UTC: "Z" for UTC itself, "+09:00", "-04:30".
std::string offset_text(std::chrono::minutes east);

}  // namespace dateline
