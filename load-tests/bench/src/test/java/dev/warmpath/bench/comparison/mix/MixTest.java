package dev.warmpath.bench.comparison.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmpath.bench.comparison.plan.Phase;
import dev.warmpath.bench.comparison.plan.Plan;
import dev.warmpath.bench.comparison.plan.Route;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MixTest {
    private static final Plan PLAN = Plan.full();

    private final List<Request> recording = new Mix(PLAN, Plan.SEED).record(4 * Plan.DECK);

    @Test
    void aDeckHasEachRouteAsOftenAsItsWeight() {
        Deck deck = new Deck(PLAN.weights(), new Random(1));

        Map<Route, Integer> dealt = Stream.generate(deck::next)
                .limit(Plan.DECK)
                .collect(Collectors.toMap(Function.identity(), _ -> 1, Integer::sum, TreeMap::new));

        assertThat(dealt).isEqualTo(new TreeMap<>(PLAN.weights()));
    }

    @Test
    void recordsTheSameRequestsForTheSameSeed() {
        assertThat(new Mix(PLAN, Plan.SEED).record(4 * Plan.DECK)).isEqualTo(recording);
    }

    @Test
    void recordsOtherRequestsForAnotherSeed() {
        assertThat(new Mix(PLAN, Plan.SEED + 1).record(4 * Plan.DECK)).isNotEqualTo(recording);
    }

    @Test
    void aChangeFollowsAReadOfTheSameProfile() {
        List<Request> changes = ofRoute(Route.UPDATE_USER);

        assertThat(changes).isNotEmpty().allSatisfy(change -> {
            Request read = recording.get(change.seenAt().orElseThrow());
            assertThat(read.route()).isEqualTo(Route.GET_USER);
            assertThat(read.caller()).isEqualTo(change.caller());
            assertThat(recording.indexOf(change))
                    .isGreaterThanOrEqualTo(change.seenAt().getAsInt() + Updates.LEAD);
        });
    }

    @Test
    void nobodyIsChangedTwiceInARecording() {
        assertThat(ofRoute(Route.UPDATE_USER).stream().map(Request::caller)).doesNotHaveDuplicates();
    }

    @Test
    void changesThatHadToWaitAreNotLost() {
        Mix mix = new Mix(PLAN, Plan.SEED);

        long changes = IntStream.range(0, 100)
                .mapToObj(_ -> mix.record(200))
                .flatMap(List::stream)
                .filter(request -> request.route() == Route.UPDATE_USER)
                .count();

        assertThat(changes).isBetween(695L, 700L);
    }

    @Test
    void whatIsCancelledIsReadByNobodyAndCancelledOnce() {
        List<Integer> cancelled = ofRoute(Route.CANCEL_ORDER).stream()
                .map(request -> request.order().getAsInt())
                .toList();

        assertThat(cancelled)
                .doesNotHaveDuplicates()
                .allMatch(order -> order >= PLAN.data().readOrders())
                .allMatch(order -> order < PLAN.data().orders());
        assertThat(ofRoute(Route.GET_ORDER))
                .allMatch(request -> request.order().getAsInt() < PLAN.data().readOrders());
    }

    @Test
    void whoIsDeletedIsAskedForByNobody() {
        List<String> deleted =
                ofRoute(Route.DELETE_USER).stream().map(Request::caller).toList();

        assertThat(deleted).doesNotHaveDuplicates().isNotEmpty();
        assertThat(recording.stream()
                        .filter(request -> request.route() != Route.DELETE_USER)
                        .map(request -> request.caller() + request.path() + request.body()))
                .noneMatch(text -> deleted.stream().anyMatch(text::contains));
    }

    @Test
    void refusesToRecordMoreThanItsDataLastsFor() {
        Mix mix = new Mix(PLAN, Plan.SEED);

        assertThatThrownBy(() -> mix.record(200 * Plan.DECK)).hasMessageContaining("too few");
    }

    @Test
    void eachPlanHasEnoughDataForItsPhases() {
        for (Plan plan : List.of(Plan.full(), Plan.quickly())) {
            Mix mix = new Mix(plan, Plan.SEED);
            plan.warmUp().values().forEach(mix::record);
            for (Phase phase : plan.phases()) {
                for (int round = 0; round < phase.rounds(); round++) {
                    assertThat(mix.record(phase.requests())).hasSize(phase.requests());
                }
            }
        }
    }

    private List<Request> ofRoute(Route route) {
        return recording.stream().filter(request -> request.route() == route).toList();
    }
}
