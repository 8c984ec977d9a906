package dev.warmpath.local.streams;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * How far a shard was read.
 *
 * @param lastRead sequence number of the last record; empty before the first
 * @param iterator for the next read; null behind the end of the shard
 */
record ShardPosition(
        String streamArn, String shardId, ShardIteratorType start, Optional<String> lastRead, String iterator) {
    /** @param start {@code TRIM_HORIZON} or {@code LATEST} */
    static ShardPosition at(DynamoDbStreamsClient streams, String streamArn, String shardId, ShardIteratorType start) {
        return new ShardPosition(streamArn, shardId, start, Optional.empty(), null).renewed(streams);
    }

    boolean isEnd() {
        return iterator == null;
    }

    /** Whether a fault is no failure of the stream: the position is not known any more, and {@link #after} finds it again. */
    static boolean isLost(SdkException fault) {
        return fault instanceof ExpiredIteratorException || fault instanceof TrimmedDataAccessException;
    }

    /**
     * Where to go on after a fault.
     *
     * <p>DynamoDB Local numbers the records of all tables together: a position before the first record of a stream counts as
     * trimmed once another table was written, and the oldest record is then the next. The latest position is not taken a
     * second time where the iterator is still good, since records may have come since.
     */
    ShardPosition after(SdkException fault, DynamoDbStreamsClient streams) {
        if (fault instanceof TrimmedDataAccessException) {
            return at(streams, streamArn, shardId, ShardIteratorType.TRIM_HORIZON);
        }
        boolean stillGood = start == ShardIteratorType.LATEST && lastRead.isEmpty() && !isLost(fault);
        return stillGood ? this : renewed(streams);
    }

    ShardPosition after(List<StreamRecord> found, String nextIterator) {
        Optional<String> last =
                found.isEmpty() ? lastRead : Optional.of(found.getLast().sequenceNumber());
        return new ShardPosition(streamArn, shardId, start, last, nextIterator);
    }

    /** The same position with a new iterator. */
    private ShardPosition renewed(DynamoDbStreamsClient streams) {
        GetShardIteratorRequest.Builder request =
                GetShardIteratorRequest.builder().streamArn(streamArn).shardId(shardId);
        if (lastRead.isPresent()) {
            request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(lastRead.get());
        } else {
            request.shardIteratorType(start);
        }
        String renewed = streams.getShardIterator(request.build()).shardIterator();
        return new ShardPosition(streamArn, shardId, start, lastRead, renewed);
    }
}
