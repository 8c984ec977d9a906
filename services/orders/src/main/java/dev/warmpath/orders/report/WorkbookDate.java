package dev.warmpath.orders.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Sets the time at which a workbook says it was made: the library always writes the present one. */
final class WorkbookDate {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*";

    private WorkbookDate() {}

    /** The workbook with the beginning of a day as its time, within it and of each of its parts. */
    static byte[] set(byte[] workbook, LocalDate day) throws IOException {
        ByteArrayOutputStream dated = new ByteArrayOutputStream(workbook.length);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
                ZipOutputStream to = new ZipOutputStream(dated)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(day.atStartOfDay());
                to.putNextEntry(copy);
                to.write(entry.getName().equals(PROPERTIES) ? dated(from.readAllBytes(), day) : from.readAllBytes());
            }
        }
        return dated.toByteArray();
    }

    private static byte[] dated(byte[] properties, LocalDate day) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll(CREATED, "$1" + day + "T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
