package dev.warmpath.orders;

import dev.warmpath.cache.Loaded;
import dev.warmpath.function.ApiFunction;
import dev.warmpath.function.BatchAnswer;
import dev.warmpath.http.JsonBody;
import dev.warmpath.http.Request;
import dev.warmpath.http.Response;
import dev.warmpath.json.InvalidJson;
import dev.warmpath.json.JsonObject;
import dev.warmpath.orders.catalogue.Shelf;
import dev.warmpath.orders.data.InventoryItem;
import dev.warmpath.orders.data.Sku;
import dev.warmpath.snapstart.Priming;
import java.util.List;

/** {@code POST /inventory/batch-get}: names, prices and stock of up to {@value #MOST_SKUS} products, for anybody signed in. */
public final class BatchGetInventory extends ApiFunction {
    static final int MOST_SKUS = 500;

    private static final String PRIMING_EVENT = "/priming/batch-get-inventory.json";

    private final Shelf shelf;

    public BatchGetInventory() {
        this(OrdersWiring.shelf());
        Priming.untilCompiled(this::prime);
    }

    BatchGetInventory(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Response respond(Request request) {
        request.signedInCaller();
        List<String> skus = JsonBody.read(request, BatchGetInventory::skus);
        return Response.json(200, BatchAnswer.of("items", skus, find(skus, request), InventoryItem::toJson));
    }

    private static List<String> skus(JsonObject body) throws InvalidJson {
        List<String> skus = body.requiredTexts("skus", MOST_SKUS, Sku.RULE.distinct());
        body.verify();
        return skus;
    }

    private Loaded<InventoryItem> find(List<String> skus, Request request) {
        return request.asksPastCaches()
                ? shelf.findAllLatest(skus, request.deadline())
                : shelf.findAll(skus, request.deadline());
    }

    /** Once to the table and back without a product, then once with a made-up one. */
    void prime() {
        Priming.pass(this, PRIMING_EVENT, "missing\\\":[\\\"priming\\\"]");
        Priming.pass(new BatchGetInventory(PrimingReads.shelf()), PRIMING_EVENT, "missing\\\":[]");
    }
}
