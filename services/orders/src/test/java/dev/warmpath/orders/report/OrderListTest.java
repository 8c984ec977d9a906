package dev.warmpath.orders.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderListTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String HEADER =
            "orderId,status,reason,placedAt,updatedAt,sku,quantity,unitPrice,amount,currency\r\n";
    private static final List<Order> ORDERS = List.of(
            TestOrders.confirmed(
                    "a",
                    NOON,
                    OrderLine.of("PEN", 2).at(150),
                    OrderLine.of("CUP", 1).at(900)),
            TestOrders.rejected("b", NOON, Reason.OUT_OF_STOCK, OrderLine.of("PEN", 9)),
            TestOrders.pending("c", NOON, OrderLine.of("CUP", 3)));

    @TempDir
    private Path folder;

    @Test
    void eachLineOfAnOrderIsARow() throws IOException {
        assertThat(text(bytes(ORDERS))).isEqualTo(HEADER + """
                a,CONFIRMED,,2026-11-20T12:00:00.000Z,2026-11-20T12:00:01.000Z,PEN,2,150,300,EUR
                a,CONFIRMED,,2026-11-20T12:00:00.000Z,2026-11-20T12:00:01.000Z,CUP,1,900,900,EUR
                b,REJECTED,OUT_OF_STOCK,2026-11-20T12:00:00.000Z,2026-11-20T12:00:01.000Z,PEN,9,,,
                c,PENDING,,2026-11-20T12:00:00.000Z,2026-11-20T12:00:00.000Z,CUP,3,,,
                """.replace("\n", "\r\n"));
    }

    @Test
    void dayWithoutOrdersIsAListWithoutRows() throws IOException {
        assertThat(text(bytes(List.of()))).isEqualTo(HEADER);
    }

    @Test
    void headOfTheCompressedListHasNoTime() throws IOException {
        assertThat(bytes(ORDERS)).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
    }

    private byte[] bytes(List<Order> orders) throws IOException {
        Path file = folder.resolve("orders.csv.gz");
        OrderList.write(orders, file);
        return Files.readAllBytes(file);
    }

    private static String text(byte[] compressed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
