// Who acts and where: the actors, places, offices and series that rules/world knows. Immutable after load; may be
// shared between threads. Tested by tests/gazetteer/.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace dateline {

class World;

/// The actors and places of rules/world; loaded only by what makes events.
class Gazetteer {
 public:
  /// Reads `folder`/world with what the folders of `overlays` lay over it in a world/ of their own. Throws Error.
  explicit Gazetteer(const std::string& folder, const std::vector<std::string>& overlays = {});
  Gazetteer(Gazetteer&&) noexcept;
  ~Gazetteer();
  const World& world() const { return *world_; }

 private:
  std::unique_ptr<const World> world_;
};

}  // namespace dateline
