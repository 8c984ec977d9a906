package dev.warmpath.bench.patterns;

import dev.warmpath.bench.cost.Prices;
import dev.warmpath.bench.cost.Rate;
import dev.warmpath.bench.measure.Round;
import dev.warmpath.bench.measure.Used;

/**
 * The part of a bill that a pattern can change: a function's time on arm64, DynamoDB on demand, SQS.
 *
 * @param memoryMegabytes by which time is paid
 */
record Bill(Prices prices, int memoryMegabytes) {
    private static final double MILLION = 1e6;
    private static final double MILLISECONDS_A_SECOND = 1_000;
    private static final double NANOS_A_MILLISECOND = 1e6;
    private static final double MEGABYTES_A_GIGABYTE = 1_024;

    /** In dollars, of a million calls like those of a round. */
    double perMillion(Round round) {
        Used used = round.used();
        double gigabyteSeconds = milliseconds(round) / MILLISECONDS_A_SECOND * memoryMegabytes / MEGABYTES_A_GIGABYTE;
        double dollars = price(Rate.LAMBDA_GB_SECONDS, gigabyteSeconds)
                + price(Rate.DYNAMODB_READ_UNITS, used.readUnits())
                + price(Rate.DYNAMODB_WRITE_UNITS, used.writeUnits())
                + price(Rate.SQS_REQUESTS, used.queueRequests());
        return dollars * MILLION / round.calls();
    }

    private double price(Rate rate, double quantity) {
        return prices.of(rate).of(quantity);
    }

    /** What Lambda bills; outside of a function, the time that the work takes of one. */
    private static double milliseconds(Round round) {
        return round.used().billed().isZero()
                ? round.sum()
                : round.used().billed().toNanos() / NANOS_A_MILLISECOND;
    }
}
