// Dates for people, where the public in_words() is too long or not at hand. Tested by tests/time/time_test.cpp.
#pragma once

#include "dateline/time.h"

namespace dateline {

/// "30 October 2025".
std::string day_in_words(date::local_days);
/// "October 2025".
std::string month_in_words(date::year_month);
/// For a title: "late October 2026", "by end of 2026", "21–24 October 2026"; otherwise in_words().
std::string short_words(const When&);
/// Length of the window of possible days; nothing where an end is open.
std::optional<date::days> window_length(const When&);

}  // namespace dateline
