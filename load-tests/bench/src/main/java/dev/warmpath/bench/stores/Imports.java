package dev.warmpath.bench.stores;

import dev.warmpath.bench.measure.Race;
import dev.warmpath.bench.measure.Race.Pace;
import dev.warmpath.bench.measure.Race.Way;
import dev.warmpath.bench.measure.ThisProcess;
import dev.warmpath.bench.rig.Bed;
import dev.warmpath.bench.rig.Stage;
import dev.warmpath.bench.rig.Subjects;
import dev.warmpath.bench.rig.UsersTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A thousand users: what the store takes at most of a bare client, and what the import function makes of it. */
final class Imports {
    private static final Pace PACE = new Pace(15, 15, 5);
    private static final int PUTS_A_REQUEST = 25;
    private static final int REQUESTS_AT_ONCE = 10;

    private Imports() {}

    static Race race(Bed bed, UsersTable table, Subjects subjects) throws IOException, InterruptedException {
        List<List<WriteRequest>> requests = requests();
        try (Stage function = Stage.open(subjects.importUsers(), bed.settings(), bed.traces());
                ExecutorService threads = Executors.newFixedThreadPool(REQUESTS_AT_ONCE)) {
            return Race.of(
                    "Write %,d users".formatted(UsersTable.USERS),
                    PACE,
                    List.of(
                            new Way(
                                    "bare BatchWriteItem, 10 at once",
                                    Race.timed(() -> write(table, requests, threads)),
                                    ThisProcess::cpu),
                            new Way(
                                    "ImportUsers, the whole invocation",
                                    () -> function.invoke().duration(),
                                    function::cpu)));
        }
    }

    private static List<List<WriteRequest>> requests() {
        List<WriteRequest> puts = UsersTable.puts();
        List<List<WriteRequest>> requests = new ArrayList<>();
        for (int from = 0; from < puts.size(); from += PUTS_A_REQUEST) {
            requests.add(puts.subList(from, from + PUTS_A_REQUEST));
        }
        return requests;
    }

    private static void write(UsersTable table, List<List<WriteRequest>> requests, ExecutorService threads)
            throws InterruptedException {
        List<Future<BatchWriteItemResponse>> answers = new ArrayList<>();
        for (List<WriteRequest> request : requests) {
            answers.add(threads.submit(() ->
                    table.client().batchWriteItem(batch -> batch.requestItems(Map.of(table.name(), request)))));
        }
        for (Future<BatchWriteItemResponse> answer : answers) {
            requireComplete(answer);
        }
    }

    private static void requireComplete(Future<BatchWriteItemResponse> answer) throws InterruptedException {
        try {
            if (!answer.get().unprocessedItems().isEmpty()) {
                throw new IllegalStateException("The engine left items unprocessed");
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The engine refused a batch", e.getCause());
        }
    }
}
