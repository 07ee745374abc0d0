# Offers build_release: configures where needed, builds, and does nothing where all is built.
# Sourced by scripts/demo and scripts/test; to be called in the top folder.

# KiB that may be used: what the kernel has free, or less where a container has a limit.
available_memory() {
  local free limit=max
  free=$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo 2>/dev/null || true)
  free=${free:-1572864}
  [[ ! -r /sys/fs/cgroup/memory.max ]] || limit=$(</sys/fs/cgroup/memory.max)
  if [[ $limit != max ]] && ((limit / 1024 < free)); then
    free=$((limit / 1024))
  fi
  printf '%s\n' "$free"
}

# A compiler of C++20 takes up to 1.5 GiB.
build_jobs() {
  local by_memory=$(($(available_memory) / 1572864)) by_processor
  by_processor=$(nproc)
  ((by_memory > 0)) || by_memory=1
  printf '%s\n' "$((by_memory < by_processor ? by_memory : by_processor))"
}

# False also where the folder was moved after it was configured, or the presets have changed.
is_configured() {
  [[ build/release/build.ninja -nt CMakePresets.json ]] &&
    grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$(pwd -P)" build/release/CMakeCache.txt
}

build_release() {
  is_configured || cmake --preset release --fresh
  cmake --build --preset release --parallel "$(build_jobs)"
}
