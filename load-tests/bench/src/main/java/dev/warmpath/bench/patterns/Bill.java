package dev.warmpath.bench.patterns;

import dev.warmpath.bench.measure.Round;
import dev.warmpath.bench.measure.Used;

/**
 * The part of a bill that a pattern can change, in us-east-1: a function's time on arm64, DynamoDB on demand, SQS.
 *
 * @see <a href="https://aws.amazon.com/lambda/pricing/">AWS Lambda pricing</a>
 * @see <a href="https://aws.amazon.com/dynamodb/pricing/on-demand/">Pricing for on-demand capacity</a>
 * @see <a href="https://aws.amazon.com/sqs/pricing/">Amazon SQS pricing</a>
 */
final class Bill {
    private static final double GIGABYTE_SECOND = 0.0000133334;
    private static final double MILLION_READ_UNITS = 0.125;
    private static final double MILLION_WRITE_UNITS = 0.625;
    private static final double MILLION_QUEUE_REQUESTS = 0.40;

    private static final double MILLION = 1e6;
    private static final double MILLISECONDS_A_SECOND = 1_000;
    private static final double MEGABYTES_A_GIGABYTE = 1_024;

    private Bill() {}

    /** In dollars, of a million calls like those of a round. */
    static double perMillion(Round round, int memoryMegabytes) {
        Used used = round.used();
        double services = used.readUnits() * MILLION_READ_UNITS
                + used.writeUnits() * MILLION_WRITE_UNITS
                + used.queueRequests() * MILLION_QUEUE_REQUESTS;
        double gigabyteSeconds = milliseconds(round) / MILLISECONDS_A_SECOND * memoryMegabytes / MEGABYTES_A_GIGABYTE;
        return (services + gigabyteSeconds * GIGABYTE_SECOND * MILLION) / round.calls();
    }

    /** What Lambda bills; outside of a function, the time that the work takes of one. */
    private static double milliseconds(Round round) {
        return round.used().billed().isZero()
                ? round.sum()
                : round.used().billed().toMillis();
    }
}
