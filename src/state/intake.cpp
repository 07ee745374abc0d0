// Which of the articles that a run is given are known, new, changed, or gone. See take_in() in dateline/state.h.
// Tested by tests/state/intake_test.cpp.
#include <algorithm>
#include <map>
#include <set>

#include "dateline/error.h"
#include "dateline/state.h"

namespace dateline {
namespace {

/// Names that read() makes up for what comes through standard input: "stdin", "stdin:3", "stdin~2".
bool is_nameless(const KeptDocument& d) { return d.file == "-" && d.given_id.starts_with("stdin"); }

// What an article is found again by, surest first. An empty key finds nothing.
std::string by_all(const KeptDocument& d) { return d.file + '\n' + d.given_id + '\n' + d.content; }
std::string by_content(const KeptDocument& d) { return d.content; }
std::string by_place(const KeptDocument& d) { return is_nameless(d) ? "" : d.file + '\n' + d.given_id; }

/// Pairs what is given with what is known, each at most once.
class Pairing {
 public:
  Pairing(const std::vector<KeptDocument>& given, const std::vector<KeptDocument>& known)
      : given_(given), known_(known), found_(given.size()), is_taken_(known.size()) {
    for (const auto key : {by_all, by_content, by_place}) pair(key);
  }

  /// What is known of the given article; null where it is new.
  const KeptDocument* known_of(std::size_t given) const { return found_[given] ? &known_[*found_[given]] : nullptr; }
  bool is_taken(std::size_t known) const { return is_taken_[known]; }

 private:
  void pair(std::string (*key)(const KeptDocument&)) {
    std::multimap<std::string, std::size_t> free;
    for (std::size_t i = 0; i < known_.size(); ++i)
      if (!is_taken_[i]) free.emplace(key(known_[i]), i);
    for (std::size_t i = 0; i < given_.size(); ++i) {
      const auto same = free.lower_bound(key(given_[i]));
      if (found_[i] || same == free.end() || same->first.empty() || same->first != key(given_[i])) continue;
      found_[i] = same->second;
      is_taken_[same->second] = true;
      free.erase(same);
    }
  }

  const std::vector<KeptDocument>& given_;
  const std::vector<KeptDocument>& known_;
  std::vector<std::optional<std::size_t>> found_;
  std::vector<bool> is_taken_;
};

/// True where the file is the input or lies in it.
bool holds(const std::string& input, const std::string& file) {
  return file == input || (file.starts_with(input) && (input.ends_with('/') || file[input.size()] == '/'));
}

bool lies_in_any(const KeptDocument& d, const std::vector<std::string>& inputs) {
  return std::any_of(inputs.begin(), inputs.end(), [&](const std::string& input) { return holds(input, d.file); });
}

/// Ids that are neither known nor given out yet.
class FreeIds {
 public:
  explicit FreeIds(const std::vector<KeptDocument>& known) {
    for (const auto& d : known) taken_.insert(d.id);
  }
  std::string like(const std::string& id) {
    std::string free = id;
    for (int n = 2; !taken_.insert(free).second; ++n) free = id + '~' + std::to_string(n);
    return free;
  }

 private:
  std::set<std::string> taken_;
};

std::vector<KeptDocument> described(const std::vector<Document>& documents, const std::string& rules) {
  std::vector<KeptDocument> out;
  for (const auto& d : documents) out.push_back({"", d.id, d.file, content_key(d), rules});
  return out;
}

std::set<std::string> to_withdraw(const Given& given, const std::vector<KeptDocument>& known) {
  for (const auto& id : given.withdraw)
    if (std::none_of(known.begin(), known.end(), [&](const KeptDocument& d) { return d.id == id; }))
      throw Error("--withdraw: the state has no article '" + id + "'", "timeline.json lists them under documents");
  return {given.withdraw.begin(), given.withdraw.end()};
}

}  // namespace

Intake take_in(Given given, const std::vector<KeptDocument>& known, const std::string& rules_key) {
  Intake out;
  const auto withdrawn = to_withdraw(given, known);
  auto described_now = described(given.documents, rules_key);
  const Pairing pairs(described_now, known);
  FreeIds ids(known);
  for (std::size_t i = 0; i < described_now.size(); ++i) {
    KeptDocument& now = described_now[i];
    const KeptDocument* then = pairs.known_of(i);
    now.id = then ? then->id : ids.like(now.given_id);
    if (withdrawn.contains(now.id) || (then && *then == now)) continue;
    given.documents[i].id = now.id;
    if (then && then->content == now.content && then->rules == now.rules)
      out.relocated.push_back(now);
    else
      out.arrivals.push_back({now, std::move(given.documents[i])});
  }
  for (std::size_t i = 0; i < known.size(); ++i) {
    const bool is_withdrawn = withdrawn.contains(known[i].id),
               is_gone = !pairs.is_taken(i) && lies_in_any(known[i], given.inputs);
    if (is_withdrawn || (is_gone && given.is_whole))
      out.withdrawn.push_back(known[i].id);
    else if (is_gone)
      out.spared.push_back(known[i].id);
    if (is_withdrawn || pairs.is_taken(i) || (is_gone && given.is_whole) || known[i].rules == rules_key) continue;
    out.stale.push_back(known[i]);
    out.stale.back().rules = rules_key;
  }
  return out;
}

}  // namespace dateline
