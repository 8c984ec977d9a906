package dev.warmpath.local.contract;

import dev.warmpath.local.contract.Document.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds exchanges with the API to its OpenAPI document. */
public final class Contract {
    private static final String RESERVED = "/_warmpath/";

    /** What the gateway answers before it looks for a route, or when there is none. */
    private static final Set<Integer> STATUSES_WITHOUT_ROUTE = Set.of(400, 404, 413);

    private final Document document;
    private final List<Operation> operations;

    private Contract(Document document) {
        this.document = document;
        this.operations = Operation.of(document);
    }

    public static Contract read(Path file) {
        return new Contract(Document.read(file));
    }

    /**
     * Checks the answer; and of a request that was accepted, that the contract allows it.
     *
     * @throws AssertionError with all that is not as the contract says
     */
    public void check(Exchange exchange) {
        List<String> faults = faultsOf(exchange);
        if (!faults.isEmpty()) {
            throw new AssertionError("docs/openapi.yaml does not allow " + exchange + ":\n- "
                    + String.join("\n- ", faults) + "\nbody: " + exchange.body());
        }
    }

    private List<String> faultsOf(Exchange exchange) {
        String path = exchange.uri().getRawPath();
        if (path.startsWith(RESERVED)) {
            return List.of();
        }
        return operation(exchange.method(), path)
                .map(operation -> faultsOf(exchange, operation))
                .orElseGet(() -> faultsWithoutRoute(exchange));
    }

    private Optional<Operation> operation(String method, String path) {
        List<String> segments = Operation.segments(path);
        return operations.stream()
                .filter(operation -> operation.matches(method, segments))
                .max(Comparator.comparing(Operation::literals));
    }

    private List<String> faultsOf(Exchange exchange, Operation operation) {
        List<String> faults = new ArrayList<>();
        Optional<Part> response = operation.response(exchange.status());
        if (response.isEmpty()) {
            faults.add("status %d is not declared for %s".formatted(exchange.status(), operation.key()));
        }
        response.ifPresent(declared -> faults.addAll(new AnswerCheck(declared, exchange).faults()));
        if (exchange.isAccepted()) {
            faults.addAll(new RequestCheck(operation, exchange).faults());
        }
        return faults;
    }

    private List<String> faultsWithoutRoute(Exchange exchange) {
        List<String> faults = new ArrayList<>();
        if (!STATUSES_WITHOUT_ROUTE.contains(exchange.status())) {
            faults.add("there is no such route, expected the gateway's 404");
        }
        Part schema = document.root().get("components").get("schemas").get("GatewayError");
        faults.addAll(AnswerCheck.bodyFaults(schema, exchange.body()));
        return faults;
    }

    Document document() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }
}
