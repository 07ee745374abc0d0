# Offers need_packages PACKAGE...: installs with apt those that are missing, and touches nothing where none is.
# Sourced by scripts/demo, scripts/test and scripts/check-*.

build_packages=(g++ cmake ninja-build pkg-config git ca-certificates tzdata libhowardhinnant-date-dev libre2-dev
  libyaml-cpp-dev libfmt-dev doctest-dev libcli11-dev nlohmann-json3-dev libgumbo-dev libicu-dev uuid-dev
  libmicrohttpd-dev libsqlitecpp-dev python3)

# What looks at the code in .ci/run. They come with their compiler's headers, so they are large.
check_packages=(clang-format clang-tidy)

# Real clients, for the tests of the feed; ical.js comes by npm.
client_packages=(khal vdirsyncer python3-icalendar)
desktop_packages=(evolution-data-server gir1.2-ecal-2.0 python3-gi dbus thunderbird)

fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 2
}

# A package of two architectures has two lines here: one that is installed is enough.
is_installed() {
  dpkg-query -W -f='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

missing_packages() {
  local package
  for package in "$@"; do
    is_installed "$package" || printf '%s\n' "$package"
  done
}

# env, because sudo drops the environment.
as_root() {
  if [[ $EUID -eq 0 ]]; then
    env "$@"
  else
    sudo env "$@"
  fi
}

apt_get() {
  as_root DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

# What apt says in passing is dropped; what it warns of and its errors are shown.
need_packages() {
  command -v dpkg-query >/dev/null || fail "no dpkg-query here: this installs on Debian and Ubuntu; elsewhere, see the README"
  local missing
  mapfile -t missing <<<"$(missing_packages "$@")"
  [[ -n ${missing[0]} ]] || return 0
  [[ $EUID -eq 0 ]] || command -v sudo >/dev/null || fail "needs root or sudo to install: ${missing[*]}"
  printf 'Installing %s\n' "${missing[*]}" >&2
  apt_get update >/dev/null || printf "apt-get update failed; trying with the lists that are here\n" >&2
  apt_get install --yes --no-install-recommends "${missing[@]}" >/dev/null || fail "apt-get could not install: ${missing[*]}"
}

# What the page is tested with: a browser, and npm, which brings playwright-core. Either may be there from elsewhere.
missing_for_browser() {
  command -v chromium-headless-shell chromium google-chrome >/dev/null || printf 'chromium-headless-shell\n'
  command -v npm >/dev/null || printf 'nodejs\nnpm\n'
}

# Ubuntu has Chromium as a snap alone: what needs these packages is skipped there.
want_packages() {
  [[ $# -gt 0 ]] || return 0
  (need_packages "$@") || printf 'Without %s: tests that need them are skipped\n' "$*" >&2
}
