package dev.warmpath.users;

/** Hears of what was written to the table, so that caches need not wait until what they have expires. Must not fail. */
interface WriteListener {
    /** Hears of nothing. */
    WriteListener NONE = new WriteListener() {
        @Override
        public void written(User user) {
            // Nobody wants to know.
        }

        @Override
        public void deleted(String userId, long version) {
            // Nobody wants to know.
        }
    };

    void written(User user);

    /** @param version after all that the user has had */
    void deleted(String userId, long version);
}
