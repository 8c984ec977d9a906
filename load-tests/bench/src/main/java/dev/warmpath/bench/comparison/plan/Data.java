package dev.warmpath.bench.comparison.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What both sides are seeded with, in parts that do not disturb each other.
 *
 * @param drawnUsers whom requests are about and from, {@link Plan#POPULAR} of them most of the time
 * @param importedUsers whom each import replaces, a part of them each time
 * @param leavingUsers who are deleted in the course of the run, each once
 * @param products that are ordered and read
 * @param readOrders of two lines, that are read
 * @param cancelledOrders of two lines, that are cancelled in the course of the run, each once
 */
public record Data(
        int drawnUsers, int importedUsers, int leavingUsers, int products, int readOrders, int cancelledOrders) {
    public int users() {
        return drawnUsers + importedUsers + leavingUsers;
    }

    public int orders() {
        return readOrders + cancelledOrders;
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("users", users());
        fields.put("ofThemDrawn", drawnUsers);
        fields.put("ofThemImportedAgain", importedUsers);
        fields.put("ofThemDeleted", leavingUsers);
        fields.put("products", products);
        fields.put("orders", orders());
        fields.put("ofThemCancelled", cancelledOrders);
        return fields;
    }
}
