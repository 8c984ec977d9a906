package dev.warmpath.orders.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The lines of an order as an attribute: a list of maps. */
public final class OrderLines implements AttributeConverter<List<OrderLine>> {
    @Override
    public AttributeValue transformFrom(List<OrderLine> lines) {
        return AttributeValue.fromL(lines.stream().map(OrderLines::attribute).toList());
    }

    @Override
    public List<OrderLine> transformTo(AttributeValue value) {
        return value.l().stream().map(AttributeValue::m).map(OrderLines::line).toList();
    }

    private static AttributeValue attribute(OrderLine line) {
        Map<String, AttributeValue> fields = new HashMap<>();
        fields.put("sku", AttributeValue.fromS(line.sku()));
        fields.put("quantity", number(line.quantity()));
        line.unitPrice().ifPresent(price -> fields.put("unitPrice", number(price)));
        return AttributeValue.fromM(fields);
    }

    private static OrderLine line(Map<String, AttributeValue> fields) {
        AttributeValue price = fields.get("unitPrice");
        return new OrderLine(
                fields.get("sku").s(),
                Integer.parseInt(fields.get("quantity").n()),
                price == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(price.n())));
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    @Override
    public EnhancedType<List<OrderLine>> type() {
        return EnhancedType.listOf(OrderLine.class);
    }

    @Override
    public AttributeValueType attributeValueType() {
        return AttributeValueType.L;
    }
}
