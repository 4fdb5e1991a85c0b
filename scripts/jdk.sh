# For the other scripts, which source it: finds a JDK 25 or newer, and says which JVM flags m17 needs.
# shellcheck shell=bash

readonly NEEDED=25

# The same as jvm.opens in pom.xml.
jvm_flags=(
  --add-exports=java.base/sun.nio.ch=ALL-UNNAMED
  --add-exports=java.base/jdk.internal.ref=ALL-UNNAMED
  --add-opens=java.base/java.lang.reflect=ALL-UNNAMED
  --add-opens=java.base/jdk.internal.misc=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow
  --enable-native-access=ALL-UNNAMED
)

fail() {
  echo "m17: $*" >&2
  exit 3
}

# The major version of a JDK's home, or 0. Reads its release file; starts no JVM where there is one.
version_of() {
  local home="$1" text=""
  if [[ -x "$home/bin/java" ]]; then
    if [[ -r "$home/release" ]]; then
      text="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")"
    else
      text="$("$home/bin/java" -version 2>&1 | sed -n '1s/.*"\([0-9]*\).*/\1/p')"
    fi
  fi
  echo "${text:-0}"
}

find_jdk() {
  local home on_path
  on_path="$(command -v java || true)"
  if [[ -n "$on_path" ]]; then
    on_path="$(dirname "$(dirname "$(readlink -f "$on_path")")")"
  fi
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/*jdk* /opt/java/* \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [[ -n "$home" ]] && (("$(version_of "$home")" >= NEEDED)); then
      echo "$home"
      return
    fi
  done
}

# The home of the JDK to use; without one, a line that says what to install, and exit 3.
require_jdk() {
  local home
  home="$(find_jdk)"
  [[ -n "$home" ]] || fail "no JDK $NEEDED or newer is here; install one, for instance Debian's openjdk-$NEEDED-jdk or Eclipse Temurin $NEEDED, or set JAVA_HOME"
  echo "$home"
}
