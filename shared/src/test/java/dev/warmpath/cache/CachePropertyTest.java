package dev.warmpath.cache;

import dev.warmpath.cache.Step.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CachePropertyTest {
    private static final Set<Kind> UNTOLD =
            EnumSet.of(Kind.SILENT_WRITE, Kind.SILENT_DELETE, Kind.SILENTLY_OVERTAKEN_GET, Kind.DOWN, Kind.UP);

    @Property
    void answersAreAsOldAsTheFirstLevelMayBeWhereEachChangeReachesTheSharedLevel(
            @ForAll("toldSteps") List<Step> steps, @ForAll long seed) {
        Environments environments = new Environments(true, seed);
        steps.forEach(environments::take);
    }

    @Property
    void answersAreNeverOlderThanBothLevelsMayBeTogether(@ForAll("allSteps") List<Step> steps, @ForAll long seed) {
        Environments environments = new Environments(false, seed);
        steps.forEach(environments::take);
    }

    @Provide
    Arbitrary<List<Step>> toldSteps() {
        return steps(EnumSet.complementOf(EnumSet.copyOf(UNTOLD)));
    }

    @Provide
    Arbitrary<List<Step>> allSteps() {
        return steps(EnumSet.allOf(Kind.class));
    }

    private static Arbitrary<List<Step>> steps(Set<Kind> kinds) {
        return Combinators.combine(
                        Arbitraries.of(kinds),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.integers().between(0, 3_000))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }
}
