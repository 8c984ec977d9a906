package dev.warmpath.orders.report;

import dev.warmpath.orders.report.Summary.Group;
import dev.warmpath.orders.report.Summary.Sum;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A summary as XLSX with a sheet by status and one by product; the same summary always gives the same bytes.
 *
 * <p>The one class that uses the library for spreadsheets, so that the JVM loads it with the first summary and not before. A
 * sheet has room for 1,048,575 products times statuses and currencies; the library throws beyond. Texts are never formulas
 * here: XLSX tells the two apart.
 */
final class SummaryWorkbook {
    /** Above this, the floating-point numbers of spreadsheets are not exact. */
    private static final long LARGEST_EXACT = 1L << 53;

    private static final List<String> STATUS_TITLES = List.of("Status", "Currency");
    private static final List<String> PRODUCT_TITLES = List.of("SKU", "Status", "Currency");
    private static final List<String> SUM_TITLES = List.of("Orders", "Quantity", "Revenue in minor units");

    private SummaryWorkbook() {}

    /** Writes the workbook to a file, and removes what it needs besides. */
    static void write(ReportDay day, Summary summary, Path file) throws IOException {
        Path undated = Files.createTempFile("summary", ".xlsx");
        try {
            try (OutputStream out = Files.newOutputStream(undated);
                    Workbook workbook = new Workbook(out, "Warmpath", null)) {
                fill(workbook.newWorksheet("Statuses"), STATUS_TITLES, summary.byStatus(), SummaryWorkbook::ofStatus);
                fill(
                        workbook.newWorksheet("Products"),
                        PRODUCT_TITLES,
                        summary.byProduct(),
                        SummaryWorkbook::ofProduct);
            }
            WorkbookDate.set(day.date(), undated, file);
        } finally {
            Files.delete(undated);
        }
    }

    private static List<String> ofStatus(Group group) {
        return List.of(group.status().name(), group.currency());
    }

    private static List<String> ofProduct(Group group) {
        return List.of(group.sku(), group.status().name(), group.currency());
    }

    private static void fill(
            Worksheet sheet, List<String> titles, SortedMap<Group, Sum> sums, Function<Group, List<String>> texts) {
        row(sheet, 0, Stream.concat(titles.stream(), SUM_TITLES.stream()).toList());
        int row = 1;
        for (Map.Entry<Group, Sum> entry : sums.entrySet()) {
            Sum sum = entry.getValue();
            List<String> group = texts.apply(entry.getKey());
            row(sheet, row, group);
            number(sheet, row, group.size(), sum.orders());
            number(sheet, row, group.size() + 1, sum.quantity());
            number(sheet, row, group.size() + 2, sum.revenue());
            row++;
        }
        sheet.freezePane(0, 1);
    }

    private static void row(Worksheet sheet, int row, List<String> texts) {
        for (int column = 0; column < texts.size(); column++) {
            sheet.value(row, column, texts.get(column));
        }
    }

    private static void number(Worksheet sheet, int row, int column, long value) {
        if (Math.abs(value) <= LARGEST_EXACT) {
            sheet.value(row, column, value);
        } else {
            sheet.value(row, column, Long.toString(value));
        }
    }
}
