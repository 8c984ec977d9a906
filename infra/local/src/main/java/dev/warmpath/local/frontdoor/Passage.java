package dev.warmpath.local.frontdoor;

import dev.warmpath.local.frontdoor.ActiveRule.Injection;
import dev.warmpath.local.frontdoor.Calls.Tally;
import dev.warmpath.local.frontdoor.Fault.LostAnswer;
import dev.warmpath.local.frontdoor.Fault.LostRequest;
import dev.warmpath.local.frontdoor.Fault.ServerError;
import dev.warmpath.local.frontdoor.Fault.Throttling;
import dev.warmpath.local.frontdoor.Fault.Unprocessed;
import java.util.Optional;

/** One connection's way through the front door. */
final class Passage {
    private final Service service;
    private final Control control;
    private final Upstream upstream;

    Passage(Service service, Control control, Upstream upstream) {
        this.service = service;
        this.control = control;
        this.upstream = upstream;
    }

    /** Empty if the connection is to be cut. */
    Optional<Message> pass(Message request) throws UnreachableException {
        String path = request.word(1);
        int end = path.indexOf('/', 1);
        String rest = end < 0 ? "/" : path.substring(end);
        Message forwarded = request.withStartLine(request.word(0) + " " + rest + " " + request.word(2));
        String operation = service.protocol().operation(forwarded);
        return count(new Call(service.name(), function(path, end), operation), forwarded);
    }

    /** The first segment of the path. */
    private static String function(String path, int end) {
        String name = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
        return name.isEmpty() ? "unknown" : name;
    }

    private Optional<Message> count(Call call, Message request) throws UnreachableException {
        Tally tally = control.calls().begin(call);
        try {
            control.latencies().await(service.name());
            Optional<Injection> injection = control.rules().meet(call);
            Message asking = control.capacity().asking(call, service.protocol(), request);
            if (injection.isEmpty()) {
                return Optional.of(ask(call, asking));
            }
            tally.faulted();
            return fail(call, asking, injection.get());
        } finally {
            tally.end();
        }
    }

    private Message ask(Call call, Message request) throws UnreachableException {
        Message answer = upstream.ask(request);
        control.capacity().add(call, service.protocol(), request, answer);
        return answer;
    }

    private Optional<Message> fail(Call call, Message request, Injection injection) throws UnreachableException {
        Protocol protocol = service.protocol();
        return switch (injection.fault()) {
            case Throttling throttling -> Optional.of(protocol.throttled(throttling.code()));
            case ServerError error -> Optional.of(protocol.failed(error.status()));
            case Unprocessed unprocessed ->
                Optional.of(protocol.answerPartly(request, unprocessed, rest -> ask(call, rest), injection.random()));
            case LostRequest() -> Optional.empty();
            case LostAnswer() -> {
                ask(call, request);
                yield Optional.empty();
            }
        };
    }
}
