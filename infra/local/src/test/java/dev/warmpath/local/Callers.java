package dev.warmpath.local;

/** Who calls, in contracts of access: the owner of what is asked for, and others. */
record Callers(LocalRun run, Shopper owner) {
    /** Who ends with For names the owner by {@code ?userId=}. */
    Api as(String caller) {
        return switch (caller) {
            case "owner", "ownerFor", "suspended" -> owner.api();
            case "stranger", "strangerFor" -> withToken("stranger-" + owner.userId(), Token.DEFAULT_SCOPE);
            case "administrator", "administratorFor" -> owner.admin();
            case "nobody" -> Api.at(run.url());
            default -> throw new IllegalArgumentException("There is no caller " + caller + ".");
        };
    }

    /** The owner, by a token of these scopes alone. */
    Api ownerWith(String scopes) {
        return withToken(owner.userId(), scopes);
    }

    private Api withToken(String sub, String scopes) {
        return Api.at(run.url()).withToken(run.token(sub, scopes));
    }
}
