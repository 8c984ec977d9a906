package dev.warmpath.orders.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.orders.data.Order;
import dev.warmpath.orders.data.OrderLine;
import dev.warmpath.orders.data.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryWorkbookTest {
    private static final ReportDay DAY = new ReportDay(LocalDate.of(2026, 11, 20));
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final OrderLine PENS = OrderLine.of("PEN", 2).at(150);
    private static final OrderLine CUP = OrderLine.of("CUP", 1).at(900);
    private static final List<Order> ORDERS = List.of(
            TestOrders.confirmed("a", NOON, PENS, CUP),
            TestOrders.confirmed("b", NOON, PENS),
            TestOrders.cancelled(TestOrders.confirmed("c", NOON, PENS)),
            TestOrders.rejected("d", NOON, Reason.OUT_OF_STOCK, OrderLine.of("PEN", 9)));

    @TempDir
    private Path folder;

    @Test
    void statusesAreSummedUpAndOnlyWhatIsConfirmedIsRevenue() throws Exception {
        assertThat(Sheets.of(workbook(ORDERS)).rows(1))
                .containsExactly(
                        List.of("Status", "Currency", "Orders", "Quantity", "Revenue in minor units"),
                        List.of("CONFIRMED", "EUR", "2", "5", "1500"),
                        List.of("REJECTED", "", "1", "9", "0"),
                        List.of("CANCELLED", "", "1", "2", "0"));
    }

    @Test
    void productsAreSummedUpByStatus() throws Exception {
        assertThat(Sheets.of(workbook(ORDERS)).rows(2))
                .containsExactly(
                        List.of("SKU", "Status", "Currency", "Orders", "Quantity", "Revenue in minor units"),
                        List.of("CUP", "CONFIRMED", "EUR", "1", "1", "900"),
                        List.of("PEN", "CONFIRMED", "EUR", "2", "4", "600"),
                        List.of("PEN", "REJECTED", "", "1", "9", "0"),
                        List.of("PEN", "CANCELLED", "", "1", "2", "0"));
    }

    @Test
    void dayWithoutOrdersHasTitlesOnly() throws Exception {
        Sheets sheets = Sheets.of(workbook(List.of()));

        assertThat(sheets.rows(1)).hasSize(1);
        assertThat(sheets.rows(2)).hasSize(1);
    }

    @Test
    void sumThatASpreadsheetCannotShowExactlyIsText() throws Exception {
        OrderLine dear = OrderLine.of("DEAR", 10_000).at(999_999_999_999L);

        assertThat(Sheets.of(workbook(List.of(TestOrders.confirmed("a", NOON, dear))))
                        .rows(1)
                        .get(1))
                .endsWith("9999999999990000");
    }

    @Test
    void workbookSaysItWasMadeAtTheBeginningOfItsDay() throws Exception {
        assertThat(Sheets.of(workbook(ORDERS)).part("docProps/core.xml"))
                .contains(">2026-11-20T00:00:00Z</dcterms:created>");
    }

    private byte[] workbook(List<Order> orders) throws Exception {
        Path file = folder.resolve("summary.xlsx");
        SummaryWorkbook.write(DAY, Summary.of(orders), file);
        return Files.readAllBytes(file);
    }
}
