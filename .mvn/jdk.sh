# Sourced by mvnw and warmpath: leaves JAVA_HOME at a JDK 25, or ends with a sentence that says how to get one.
# POSIX sh, since mvnw runs under it. WARMPATH_JDK_DIR replaces the folders searched after JAVA_HOME and PATH.

jdk_candidates() {
  [ -z "${JAVA_HOME-}" ] || printf '%s\n' "$JAVA_HOME"
  javac_on_path=$(command -v javac 2>/dev/null) || javac_on_path=
  [ -z "$javac_on_path" ] || dirname "$(dirname "$(readlink -f "$javac_on_path")")"

  set -- "${HOME-}/.sdkman/candidates/java" "${HOME-}/.jdks" "${HOME-}/.asdf/installs/java" \
    "${HOME-}/.local/share/mise/installs/java" /usr/lib/jvm /usr/lib64/jvm /usr/java /usr/local/java /opt/java /opt
  [ -z "${WARMPATH_JDK_DIR-}" ] || set -- "$WARMPATH_JDK_DIR"
  for jdk_folder in "$@"; do
    printf '%s\n' "$jdk_folder"/*
  done
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null
}

find_jdk_25() {
  # mvnw switches globbing off, and the folders are searched by it.
  set +f
  jdk_candidates | while IFS= read -r jdk_candidate; do
    if is_jdk_25 "$jdk_candidate"; then
      printf '%s\n' "$jdk_candidate"
      break
    fi
  done
}

jdk_found=$(find_jdk_25)
if [ -z "$jdk_found" ]; then
  echo "Warmpath needs a JDK 25 and found none: install one (Amazon Corretto 25 or Eclipse Temurin 25, say) and set JAVA_HOME to its folder." >&2
  exit 1
fi
JAVA_HOME=$jdk_found
export JAVA_HOME
