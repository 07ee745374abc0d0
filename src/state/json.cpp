// What was told of an event ↔ JSON. See json.h.
#include "state/json.h"

#include "claims/json.h"

namespace dateline {

std::string account_to_json(const Account& t) {
  return to_json(Tree::map()
                     .set("title", t.title)
                     .set("kind", t.kind)
                     .set("actors", list_of(t.actors))
                     .set("place", tree_of(t.place))
                     .set("status", name(t.status))
                     .set("when", tree_of(t.when))
                     .set("is_off", t.is_off)
                     .set("doubts", list_of(t.doubts))
                     .set("sources", list_of(t.sources)));
}

Account account_from_json(std::string_view json, const std::string& file) {
  const Tree t = parse_json(json, file);
  return {t.at("title").text(),     t.at("kind").text(),       read_list(t, "actors", actor_of),
          place_of(t.at("place")),  status_of(t.at("status")), when_of(t.at("when")),
          t.at("is_off").boolean(), t.at("doubts").texts(),    t.at("sources").texts()};
}

}  // namespace dateline
