package dev.warmpath.orders;

import dev.warmpath.function.ApiFunction;
import dev.warmpath.http.JsonBody;
import dev.warmpath.http.Problem;
import dev.warmpath.http.ProblemException;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.orders.catalogue.CountedItem;
import dev.warmpath.orders.catalogue.Inventory;
import dev.warmpath.orders.data.OrderAccess;
import dev.warmpath.snapstart.Priming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@code PUT /inventory}: stores up to 1,000 products and what was counted of them, for an administrator.
 *
 * <p>Orders go on meanwhile: what they take after a product was counted anew is taken from the new count. A request that failed
 * in part may be repeated as a whole, or for those that failed.
 */
public final class PutInventory extends ApiFunction {
    private static final String PRIMING_EVENT = "/priming/put-inventory.json";

    private final Inventory inventory;

    public PutInventory() {
        this(OrdersWiring.inventory());
        Priming.untilCompiled(this::prime);
    }

    PutInventory(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Response respond(Request request) {
        requireAdmin(request);
        List<CountedItem> items = JsonBody.read(request, CountedItem::listFrom);
        return Response.json(200, answer(items, inventory.store(items, request.deadline())));
    }

    /** Holds also if the route forgets to ask for the scope. */
    private static void requireAdmin(Request request) {
        if (!request.signedInCaller().has(OrderAccess.ADMIN)) {
            throw new ProblemException(Problem.forbidden("This is for administrators only.", List.of()));
        }
    }

    private static Map<String, Object> answer(List<CountedItem> items, Set<String> left) {
        List<Map<String, Object>> failed = IntStream.range(0, items.size())
                .filter(index -> left.contains(items.get(index).sku()))
                .mapToObj(index -> failure(index, items.get(index).sku()))
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("stored", items.size() - failed.size());
        answer.put("failed", failed);
        return answer;
    }

    private static Map<String, Object> failure(int index, String sku) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("index", index);
        failure.put("sku", sku);
        failure.put("detail", "There was not enough time to store all of this product; it may be put again.");
        return failure;
    }

    /** Once to the table with writes that it refuses, and once through everything to a made-up table, which accepts. */
    void prime() {
        inventory.sendRefusedWrites();
        Priming.pass(new PutInventory(PrimingReads.inventory()), PRIMING_EVENT, "stored\\\":1");
    }
}
