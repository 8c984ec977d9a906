package dev.warmpath.orders.catalogue;

import dev.warmpath.function.Rows;
import dev.warmpath.orders.data.Stock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stocks in the orders table, by SKU. */
final class StockRows implements Rows<Stock> {
    @Override
    public Map<String, AttributeValue> key(String sku) {
        return Stock.key(sku);
    }

    @Override
    public Stock value(Map<String, AttributeValue> row) {
        return Stock.of(row);
    }

    @Override
    public String id(Stock stock) {
        return stock.sku();
    }

    @Override
    public long version(Stock stock) {
        return stock.version();
    }
}
