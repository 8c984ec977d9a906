package dev.warmpath.orders.data;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Lets the table schema fill an {@link Order} attribute by attribute; what a row does not have stays null here, and only here. */
final class OrderBuilder {
    private String pk;
    private String sk;
    private OrderStatus status;
    private List<OrderLine> lines;
    private Long total;
    private String currency;
    private Reason reason;
    private String bodyHash;
    private String correlationId;
    private Instant placedAt;
    private Instant updatedAt;
    private Integer attempts;
    private Instant nextAttemptAt;

    void pk(String pk) {
        this.pk = pk;
    }

    void sk(String sk) {
        this.sk = sk;
    }

    void status(OrderStatus status) {
        this.status = status;
    }

    void lines(List<OrderLine> lines) {
        this.lines = lines;
    }

    void total(Long total) {
        this.total = total;
    }

    void currency(String currency) {
        this.currency = currency;
    }

    void reason(Reason reason) {
        this.reason = reason;
    }

    void bodyHash(String bodyHash) {
        this.bodyHash = bodyHash;
    }

    void correlationId(String correlationId) {
        this.correlationId = correlationId;
    }

    void placedAt(Instant placedAt) {
        this.placedAt = placedAt;
    }

    void updatedAt(Instant updatedAt) {
        this.updatedAt = updatedAt;
    }

    void attempts(Integer attempts) {
        this.attempts = attempts;
    }

    void nextAttemptAt(Instant nextAttemptAt) {
        this.nextAttemptAt = nextAttemptAt;
    }

    Order build() {
        return new Order(
                OrderKey.of(pk, sk),
                status,
                List.copyOf(lines),
                Optional.ofNullable(total).map(amount -> new Money(amount, currency)),
                Optional.ofNullable(reason),
                Objects.requireNonNullElse(bodyHash, ""),
                Objects.requireNonNullElse(correlationId, ""),
                placedAt,
                updatedAt,
                Optional.ofNullable(nextAttemptAt).map(at -> new Attempt(attempts, at)));
    }
}
