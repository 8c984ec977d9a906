package dev.warmpath.bench.measure;

import java.time.Duration;

/**
 * What calls have used of Lambda and of the services behind them.
 *
 * @param billed time that Lambda would bill; zero for work outside of a function, whose own time then stands for it
 * @param calls requests to services, whatever they are
 * @param queueRequests those of them that SQS bills
 * @param readUnits consumed DynamoDB read request units
 * @param writeUnits consumed DynamoDB write request units
 */
public record Used(Duration billed, long calls, long queueRequests, double readUnits, double writeUnits) {
    public static final Used NOTHING = new Used(Duration.ZERO, 0, 0, 0, 0);

    public Used plus(Used more) {
        return new Used(
                billed.plus(more.billed),
                calls + more.calls,
                queueRequests + more.queueRequests,
                readUnits + more.readUnits,
                writeUnits + more.writeUnits);
    }

    public Used minus(Used before) {
        return new Used(
                billed.minus(before.billed),
                calls - before.calls,
                queueRequests - before.queueRequests,
                readUnits - before.readUnits,
                writeUnits - before.writeUnits);
    }
}
