package dev.warmpath.orders.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Sets the time at which a workbook says it was made: the library always writes the present one. */
final class WorkbookDate {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*";

    private WorkbookDate() {}

    /** Copies a workbook with the beginning of a day as its time, within it and of each of its parts. */
    static void set(LocalDate day, Path workbook, Path copy) throws IOException {
        try (ZipFile from = new ZipFile(workbook.toFile());
                OutputStream file = Files.newOutputStream(copy);
                ZipOutputStream to = new ZipOutputStream(file)) {
            Enumeration<? extends ZipEntry> parts = from.entries();
            while (parts.hasMoreElements()) {
                copy(from, parts.nextElement(), day, to);
            }
        }
    }

    private static void copy(ZipFile from, ZipEntry part, LocalDate day, ZipOutputStream to) throws IOException {
        ZipEntry copy = new ZipEntry(part.getName());
        copy.setTimeLocal(day.atStartOfDay());
        to.putNextEntry(copy);
        try (InputStream content = from.getInputStream(part)) {
            if (part.getName().equals(PROPERTIES)) {
                to.write(dated(content.readAllBytes(), day));
            } else {
                content.transferTo(to);
            }
        }
    }

    private static byte[] dated(byte[] properties, LocalDate day) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll(CREATED, "$1" + day + "T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
