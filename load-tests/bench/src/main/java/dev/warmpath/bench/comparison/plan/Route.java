package dev.warmpath.bench.comparison.plan;

/** A route of the API, and what an answer to the comparison's requests must be. */
public enum Route {
    GET_USER("GetUser", "GET", 200, "\"userId\":"),
    GET_PRODUCT("GetProduct", "GET", 200, "\"unitPrice\":"),
    GET_ORDER("GetOrder", "GET", 200, "\"status\":\"CONFIRMED\""),
    PLACE_ORDER("PlaceOrder", "POST", 202, "\"orderId\":"),
    LIST_ORDERS("ListOrders", "GET", 200, "\"orders\":["),
    GET_ORDER_DETAILS("GetOrderDetails", "GET", 200, "\"inventory\":[{"),
    BATCH_GET_INVENTORY("BatchGetInventory", "POST", 200, "\"missing\":[]"),
    BATCH_GET_USERS("BatchGetUsers", "POST", 200, "\"missing\":[]"),
    UPDATE_USER("UpdateUser", "PATCH", 200, "\"userId\":"),
    CREATE_USER("CreateUser", "POST", 201, "\"userId\":"),
    LIST_USERS("ListUsers", "GET", 200, "\"users\":[{"),
    CANCEL_ORDER("CancelOrder", "POST", 200, "\"status\":\"CANCELLED\""),
    PLACE_ORDERS("PlaceOrders", "POST", 202, "\"failed\":[]"),
    DELETE_USER("DeleteUser", "DELETE", 204, ""),
    PUT_INVENTORY("PutInventory", "PUT", 200, "\"failed\":[]"),
    IMPORT_USERS("ImportUsers", "POST", 200, "\"failed\":[]");

    private final String function;
    private final String method;
    private final int status;
    private final String text;

    Route(String function, String method, int status, String text) {
        this.function = function;
        this.method = method;
        this.status = status;
        this.text = text;
    }

    /** Logical id in both templates. */
    public String function() {
        return function;
    }

    public String method() {
        return method;
    }

    public int status() {
        return status;
    }

    /** What the body of an answer contains if the whole request was done. */
    public String text() {
        return text;
    }
}
