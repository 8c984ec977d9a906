package dev.warmpath.bench.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.frontdoor.Call;
import dev.warmpath.local.sqs.PollerRequests;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TotalsTest {
    private static final Call GET = new Call("dynamodb", "GetUser", "GetItem");
    private static final Call PUT = new Call("dynamodb", "GetUser", "PutItem");
    private static final Call SEND = new Call("sqs", "PlaceOrder", "SendMessage");

    @Test
    void whatWasCountedBeforeIsTakenOff() {
        Totals before = new Totals(Map.of(GET, 2L), Map.of(GET, 1.0), new PollerRequests(1, 2, 3));
        Totals now = new Totals(Map.of(GET, 5L, PUT, 1L), Map.of(GET, 2.5, PUT, 2.0), new PollerRequests(2, 4, 6));

        Totals used = now.minus(before);

        assertThat(used.callsOf("GetUser")).isEqualTo(Map.of("dynamodb.GetItem", 3L, "dynamodb.PutItem", 1L));
        assertThat(used.readUnits("GetUser")).isEqualTo(1.5);
        assertThat(used.writeUnits("GetUser")).isEqualTo(2);
        assertThat(used.pollers()).isEqualTo(new PollerRequests(1, 2, 3));
    }

    @Test
    void operationsThatWereNotCalledAgainAreLeftOut() {
        Totals once = new Totals(Map.of(GET, 2L), Map.of(), PollerRequests.NONE);

        assertThat(once.minus(once).callsOf("GetUser")).isEmpty();
    }

    @Test
    void requestsOfSqsAreThoseThatAreBilled() {
        Totals used = new Totals(Map.of(SEND, 2L), Map.of(SEND, 3.0), PollerRequests.NONE);

        assertThat(used.callsOf("PlaceOrder")).isEqualTo(Map.of("sqs.SendMessage", 3L));
        assertThat(used.readUnits("PlaceOrder")).isZero();
        assertThat(used.writeUnits("PlaceOrder")).isZero();
    }
}
