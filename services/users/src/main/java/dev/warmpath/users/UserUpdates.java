package dev.warmpath.users;

import static java.util.stream.Collectors.joining;

import dev.warmpath.items.Terms;
import dev.warmpath.items.Timestamps;
import dev.warmpath.items.Versions;
import dev.warmpath.users.Update.Made;
import dev.warmpath.users.Update.Missing;
import dev.warmpath.users.Update.Outcome;
import dev.warmpath.users.Update.Stale;
import dev.warmpath.users.Update.Suspended;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Changes users that nobody else has changed since the caller saw them, in one call that reads nothing first. */
final class UserUpdates {
    /** Stands for an empty list, which DynamoDB does not take. */
    private static final Set<Long> VERSION_OF_NO_ROW = Set.of(0L);

    private final DynamoDbClient client;
    private final String tableName;
    private final Versions versions;

    UserUpdates(DynamoDbClient client, String tableName, Versions versions) {
        this.client = client;
        this.tableName = tableName;
        this.versions = versions;
    }

    /** The same on a made-up user, which takes every update: for priming. */
    UserUpdates ofMadeUpUser() {
        return new UserUpdates(PrimingUsers.client(), PrimingUsers.TABLE, versions);
    }

    /**
     * Makes an update, or says why not.
     *
     * <p>The next version never comes of those that a caller names: it is taken from the clock, and the table checks that it
     * is greater than that of the row.
     */
    Outcome make(Update update) {
        return attempt(update, versions.next(0));
    }

    private Outcome attempt(Update update, long version) {
        try {
            return new Made(user(client.updateItem(request(update, version)).attributes()));
        } catch (ConditionalCheckFailedException e) {
            return e.hasItem() ? refused(update, version, user(e.item())) : new Missing();
        }
    }

    private Outcome refused(Update update, long version, User current) {
        // The client repeats an update whose answer was lost, and then finds its own row in the way.
        if (current.version() == version && update.patch().isIn(current)) {
            return new Made(current);
        }
        if (update.access().owner() && current.status() == Status.SUSPENDED) {
            return new Suspended();
        }
        // Then only growth was missing: a clock that is ahead of this one wrote the row.
        long next = versions.next(current.version());
        boolean mayGrow = update.seen().contains(current.version()) && next > current.version();
        return mayGrow ? attempt(update, next) : new Stale(current);
    }

    private UpdateItemRequest request(Update update, long version) {
        Terms terms = new Terms();
        UpdateItemRequest.Builder request = UpdateItemRequest.builder()
                .tableName(tableName)
                .key(Map.of("userId", AttributeValue.fromS(update.access().userId())))
                .conditionExpression(condition(update, version, terms))
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (!update.patch().isEmpty()) {
            request.updateExpression(change(update, version, terms));
        }
        return request.expressionAttributeNames(terms.names())
                .expressionAttributeValues(terms.values())
                .build();
    }

    private static String condition(Update update, long version, Terms terms) {
        Set<Long> seen = update.seen().isEmpty() ? VERSION_OF_NO_ROW : update.seen();
        String named = seen.stream().map(terms::number).collect(joining(", "));
        List<String> conditions = new ArrayList<>();
        conditions.add(terms.name("version") + " IN (" + named + ")");
        if (!update.patch().isEmpty()) {
            conditions.add(terms.name("version") + " < " + terms.number(version));
        }
        if (update.access().owner()) {
            conditions.add(terms.name("status") + " = " + terms.text(Status.ACTIVE.name()));
        }
        return String.join(" AND ", conditions);
    }

    private String change(Update update, long version, Terms terms) {
        UserPatch patch = update.patch();
        List<String> changes = new ArrayList<>();
        changes.add(terms.name("version") + " = " + terms.number(version));
        changes.add(set("updatedAt", Timestamps.text(versions.clock().instant()), terms));
        patch.email().ifPresent(email -> changes.add(set("email", email, terms)));
        patch.name().ifPresent(name -> changes.add(set("name", name, terms)));
        patch.status().ifPresent(status -> {
            StatusShard shard = StatusShard.of(status, update.access().userId());
            changes.add(set("status", status.name(), terms));
            changes.add(set("statusShard", shard.toString(), terms));
        });
        return "SET " + String.join(", ", changes);
    }

    private static String set(String attribute, String text, Terms terms) {
        return terms.name(attribute) + " = " + terms.text(text);
    }

    private static User user(Map<String, AttributeValue> row) {
        return UserSchema.SCHEMA.mapToItem(row);
    }
}
