package dev.warmpath.local;

/** The naive twin's template, which ends with the last test class that uses it. */
final class BaselineRun extends SharedRun {
    @Override
    RunOptions options() {
        return TestRuns.ofTheBaseline(ENVIRONMENTS);
    }
}
