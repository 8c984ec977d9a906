package dev.warmpath.cache;

import java.time.Duration;

class MapLevelTest extends LevelContract {
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

    private final MapLevel level = new MapLevel(TIME_TO_LIVE, () -> 0);

    @Override
    protected Level<String> level() {
        return level;
    }

    @Override
    protected Duration timeToLive() {
        return TIME_TO_LIVE;
    }
}
