package dev.warmpath.baseline.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

@DynamoDbBean
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"sku", "quantity", "unitPrice"})
public class Line {
    private String sku;
    private int quantity;
    private Long unitPrice;

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }

    public int getQuantity() {
        return quantity;
    }

    public void setQuantity(int quantity) {
        this.quantity = quantity;
    }

    public Long getUnitPrice() {
        return unitPrice;
    }

    public void setUnitPrice(Long unitPrice) {
        this.unitPrice = unitPrice;
    }

    boolean asks(Line other) {
        return sku.equals(other.sku) && quantity == other.quantity;
    }
}
