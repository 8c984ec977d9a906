package dev.warmpath.orders;

import com.amazonaws.services.lambda.runtime.Context;
import dev.warmpath.deadline.Deadline;
import dev.warmpath.function.EventFunction;
import dev.warmpath.json.Json;
import dev.warmpath.orders.report.ReportDay;
import dev.warmpath.orders.report.Reported;
import dev.warmpath.orders.report.Reports;
import dev.warmpath.snapstart.Priming;
import dev.warmpath.snapstart.SnapStart;
import dev.warmpath.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * Each night, the report of the orders that were placed the day before; or of another day, by the event
 * {@code {"date": "2026-11-20"}}. A day that is not over yet is reported as it is.
 *
 * <p>Counts {@code ReportedOrders}. Log lines and traces carry the id of the schedule's event.
 */
public final class DailyReport extends EventFunction {
    private final Reports reports;

    public DailyReport() {
        this(OrdersWiring.reports());
        SnapStart.beforeCheckpoint(DailyReport::prime);
    }

    DailyReport(Reports reports) {
        this.reports = reports;
    }

    @Override
    protected void handle(InputStream in, OutputStream out, Context context) throws IOException {
        Map<String, Object> event = Json.read(in);
        Telemetry.correlate(event.get("id") instanceof String id ? id : context.getAwsRequestId());
        Reported reported = reports.make(ReportDay.of(event), Deadline.of(context));
        Telemetry.count("ReportedOrders", reported.orders());
        Json.write(reported.toJson(), out);
    }

    static void prime() {
        Priming.pass(new DailyReport(Reports.priming()), "/priming/daily-report.json", "\"orders\":");
    }
}
