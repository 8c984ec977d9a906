package dev.warmpath.users;

import dev.warmpath.items.Terms;
import dev.warmpath.items.Versions;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Deletes users, in one call that reads nothing first. */
final class UserDeletions {
    private final DynamoDbClient client;
    private final String tableName;
    private final Versions versions;
    private final boolean never;

    UserDeletions(DynamoDbClient client, String tableName, Versions versions) {
        this(client, tableName, versions, false);
    }

    private UserDeletions(DynamoDbClient client, String tableName, Versions versions, boolean never) {
        this.client = client;
        this.tableName = tableName;
        this.versions = versions;
        this.never = never;
    }

    /** The same table, of which each deletion reaches the table and fails there: for priming. */
    UserDeletions neverDeleting() {
        return new UserDeletions(client, tableName, versions, true);
    }

    /** The same on a made-up user, which every deletion finds: for priming. */
    UserDeletions ofMadeUpUser() {
        return new UserDeletions(PrimingUsers.client(), PrimingUsers.TABLE, versions);
    }

    /**
     * Deletes a user, if there is one.
     *
     * @return a version after all that the user has had; empty if it is the owner's wish, and the owner is suspended
     */
    OptionalLong delete(Access access) {
        try {
            Map<String, AttributeValue> old = client.deleteItem(request(access)).attributes();
            // None is left by a deletion that was made before, whose caches may never have heard of it.
            return OptionalLong.of(versions.next(old.isEmpty() ? 0 : version(old)));
        } catch (ConditionalCheckFailedException e) {
            return OptionalLong.empty();
        }
    }

    private DeleteItemRequest request(Access access) {
        DeleteItemRequest.Builder request = DeleteItemRequest.builder()
                .tableName(tableName)
                .key(Map.of("userId", AttributeValue.fromS(access.userId())))
                .returnValues(ReturnValue.ALL_OLD);
        if (never) {
            return request.conditionExpression("attribute_not_exists(userId) AND attribute_exists(userId)")
                    .build();
        }
        return access.owner() ? unlessSuspended(request) : request.build();
    }

    private static DeleteItemRequest unlessSuspended(DeleteItemRequest.Builder request) {
        Terms terms = new Terms();
        String status = terms.name("status");
        return request.conditionExpression(
                        "attribute_not_exists(" + status + ") OR " + status + " = " + terms.text(Status.ACTIVE.name()))
                .expressionAttributeNames(terms.names())
                .expressionAttributeValues(terms.values())
                .build();
    }

    private static long version(Map<String, AttributeValue> row) {
        return UserSchema.SCHEMA.mapToItem(row).version();
    }
}
