package dev.warmpath.orders;

import dev.warmpath.orders.data.OrderMessage;
import dev.warmpath.testing.SqsEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** An empty queue on the real engine. */
record OrdersQueue(SqsEngine engine, String url) {

    /** Takes off the queue all that was sent. */
    List<Message> messages() {
        List<Message> all = new ArrayList<>();
        List<Message> received = receive();
        while (!received.isEmpty()) {
            all.addAll(received);
            received = receive();
        }
        return all;
    }

    private List<Message> receive() {
        return engine.client()
                .receiveMessage(receive -> receive.queueUrl(url)
                        .maxNumberOfMessages(10)
                        .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                .messages();
    }

    /** As {@link #messages()}, what they say of orders. */
    List<OrderMessage> orders() throws IOException {
        List<OrderMessage> orders = new ArrayList<>();
        for (Message message : messages()) {
            orders.add(OrderMessage.read(message.body()));
        }
        return orders;
    }

    /** Gives a test a queue of its own, on one engine for all tests. */
    static final class OnRealEngine implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == OrdersQueue.class;
        }

        @Override
        public OrdersQueue resolveParameter(ParameterContext parameter, ExtensionContext context) {
            SqsEngine engine = SqsEngine.of(context);
            String url = engine.client()
                    .createQueue(queue -> queue.queueName("orders-" + UUID.randomUUID()))
                    .queueUrl();
            return new OrdersQueue(engine, url);
        }
    }
}
