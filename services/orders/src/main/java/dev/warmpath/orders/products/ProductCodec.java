package dev.warmpath.orders.products;

import dev.warmpath.cache.Codec;
import dev.warmpath.json.Json;
import dev.warmpath.orders.data.Money;
import dev.warmpath.orders.data.Product;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Products as JSON, for caches outside of memory. */
final class ProductCodec implements Codec<Product> {
    @Override
    public String form() {
        return "product-1";
    }

    @Override
    public byte[] write(Product product) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sku", product.sku());
        fields.put("name", product.name());
        fields.put("unitPrice", product.price().amount());
        fields.put("currency", product.price().currency());
        fields.put("version", product.version());
        return Json.write(fields).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Product read(byte[] bytes) throws IOException {
        Map<String, Object> fields = Json.read(new ByteArrayInputStream(bytes));
        return new Product(
                text(fields, "sku"),
                text(fields, "name"),
                new Money(number(fields, "unitPrice"), text(fields, "currency")),
                number(fields, "version"));
    }

    private static String text(Map<String, Object> fields, String name) throws IOException {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw faulty(name);
    }

    private static long number(Map<String, Object> fields, String name) throws IOException {
        if (fields.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw faulty(name);
    }

    private static IOException faulty(String name) {
        return new IOException("The cached product's " + name + " is none of a product's");
    }
}
