# Sourced by mvnw and warmpath: leaves JAVA_HOME at a JDK 25, or ends with a sentence that says how to get one.
# POSIX sh, since mvnw runs under it. WARMPATH_JDK_DIRS replaces the folders searched, for tests.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

find_jdk_25() {
  if [ -n "${JAVA_HOME-}" ] && is_jdk_25 "$JAVA_HOME"; then
    printf '%s\n' "$JAVA_HOME"
    return
  fi
  jdk_on_path=$(command -v javac 2>/dev/null) || jdk_on_path=
  if [ -n "$jdk_on_path" ]; then
    jdk_on_path=$(dirname "$(dirname "$(readlink -f "$jdk_on_path")")")
    if is_jdk_25 "$jdk_on_path"; then
      printf '%s\n' "$jdk_on_path"
      return
    fi
  fi
  # One folder a line, so that a path with spaces stays whole.
  set +f
  for jdk_parent in "${HOME}/.sdkman/candidates/java" "${HOME}/.jdks" "${HOME}/.asdf/installs/java" \
    "${HOME}/.local/share/mise/installs/java" /usr/lib/jvm /usr/lib64/jvm /usr/java /usr/local/java /opt /opt/java; do
    [ -z "${WARMPATH_JDK_DIRS-}" ] || jdk_parent=$WARMPATH_JDK_DIRS
    for jdk_candidate in "$jdk_parent" "$jdk_parent"/*; do
      if is_jdk_25 "$jdk_candidate"; then
        printf '%s\n' "$jdk_candidate"
        return
      fi
    done
  done
}

jdk_found=$(find_jdk_25)
if [ -z "$jdk_found" ]; then
  echo "Warmpath needs a JDK 25 and found none: install one (for example Temurin or Amazon Corretto 25) and set JAVA_HOME to its folder." >&2
  exit 1
fi
JAVA_HOME=$jdk_found
export JAVA_HOME
