package dev.warmpath.bench.comparison.drive;

import dev.warmpath.bench.comparison.Round;
import dev.warmpath.bench.comparison.Side;
import dev.warmpath.bench.comparison.mix.Mix;
import dev.warmpath.bench.comparison.mix.Request;
import dev.warmpath.bench.comparison.plan.Phase;
import dev.warmpath.bench.comparison.plan.Plan;
import dev.warmpath.bench.measure.Pause;
import dev.warmpath.bench.usage.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lets both sides take turns with the same requests, and keeps what each turn has shown. */
final class Rounds implements AutoCloseable {
    /** Longer than a user is cached, so that no turn reads what was cached before the changes of the one before. */
    private static final Duration REST = Duration.ofSeconds(3);

    private final Twin twin;
    private final Mix mix;
    private final OrderRows optimised;
    private final OrderRows baseline;
    private final List<Round> rounds = new ArrayList<>();

    Rounds(Twin twin, Plan plan) {
        this.twin = twin;
        this.mix = new Mix(plan, Plan.SEED);
        this.optimised = new OrderRows(twin.optimised());
        this.baseline = new OrderRows(twin.baseline());
    }

    /**
     * The same requests to each side, in parts by one caller, two, four and so on, since environments that are all started at
     * once take longer to start than the API waits for an answer.
     */
    void warmUp(int requests, int mostCallers) throws InterruptedException {
        List<Integer> steps = IntStream.iterate(1, callers -> callers <= mostCallers, callers -> callers * 2)
                .boxed()
                .toList();
        for (int callers : steps) {
            List<Request> recording = mix.record(requests / steps.size());
            for (Side side : Side.values()) {
                drive(twin.of(side), recording, callers, Pace.unhurried());
            }
        }
    }

    /** One round. */
    void take(Phase phase) throws InterruptedException {
        int number = 1 + rounds.size() / Side.values().length;
        List<Request> recording = mix.record(phase.requests());
        for (Side side : order(number)) {
            rounds.add(turn(phase, number, side, recording));
        }
    }

    /** Who begins changes from round to round. */
    static List<Side> order(int number) {
        return number % 2 == 1 ? List.of(Side.OPTIMISED, Side.BASELINE) : List.of(Side.BASELINE, Side.OPTIMISED);
    }

    private Round turn(Phase phase, int number, Side side, List<Request> recording) throws InterruptedException {
        Driven driven = drive(twin.of(side), recording, phase.callers(), Pace.of(phase));
        return new Round(
                phase.setting(),
                phase.model(),
                number,
                side,
                side == order(number).getFirst(),
                phase.perSecond() == 0 ? phase.callers() : driven.turn().mostWaiting(),
                phase.perSecond(),
                driven.turn().seconds(),
                driven.turn().milliseconds(),
                driven.untilFinal(),
                driven.usage());
    }

    private record Driven(Turn turn, Usage usage, List<Double> untilFinal) {}

    private Driven drive(Stack stack, List<Request> recording, int callers, Pace pace) throws InterruptedException {
        stack.takeUsage(0);
        Turn turn = Callers.drive(stack, recording, callers, pace);
        long rested = System.nanoTime() + REST.toNanos();
        stack.awaitQuiet();
        Usage usage = stack.takeUsage(turn.answers().size());
        List<Double> untilFinal = rows(stack).untilFinal(turn);
        Pause.until(rested);
        return new Driven(turn, usage, untilFinal);
    }

    private OrderRows rows(Stack stack) {
        return stack.side() == Side.OPTIMISED ? optimised : baseline;
    }

    List<Round> all() {
        return List.copyOf(rounds);
    }

    @Override
    public void close() {
        optimised.close();
        baseline.close();
    }
}
