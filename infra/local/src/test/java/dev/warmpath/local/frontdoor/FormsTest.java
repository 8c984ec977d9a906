package dev.warmpath.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.warmpath.local.frontdoor.Fault.LostAnswer;
import dev.warmpath.local.frontdoor.Fault.LostRequest;
import dev.warmpath.local.frontdoor.Fault.ServerError;
import dev.warmpath.local.frontdoor.Fault.Throttling;
import dev.warmpath.local.frontdoor.Fault.Unprocessed;
import dev.warmpath.local.frontdoor.Latency.Fixed;
import dev.warmpath.local.frontdoor.Latency.LogNormal;
import dev.warmpath.local.frontdoor.Latency.Sampled;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsTest {
    private static final Set<String> SERVICES = Set.of("dynamodb");

    @Test
    void ruleIsReadWithAllItsFields() throws Exception {
        assertThat(RulesForm.read(json("""
                {"rules": [{"fault": "throttling", "code": "ThrottlingException", "service": "dynamodb",
                  "function": "GetUser", "operation": "GetItem", "share": 0.2, "calls": 5, "seconds": 1.5, "seed": 42}]}
                """), SERVICES))
                .containsExactly(Rule.of(new Throttling("ThrottlingException"))
                        .service("dynamodb")
                        .function("GetUser")
                        .operation("GetItem")
                        .share(0.2)
                        .calls(5)
                        .time(Duration.ofMillis(1_500))
                        .seed(42));
    }

    @Test
    void whatIsLeftOutHasADefault() throws Exception {
        assertThat(RulesForm.read(json("""
                {"rules": [{"fault": "throttling"}, {"fault": "server-error"}, {"fault": "unprocessed", "items": 1}]}
                """), SERVICES))
                .containsExactly(
                        Rule.of(new Throttling("ProvisionedThroughputExceededException")),
                        Rule.of(new ServerError(500)),
                        Rule.of(new Unprocessed(1)));
    }

    @Test
    void rulesAreWrittenAsTheyAreRead() throws Exception {
        List<Rule> rules = List.of(
                Rule.of(new Throttling("RequestLimitExceeded")).share(0.5).seed(-1),
                Rule.of(new ServerError(503)).time(Duration.ofSeconds(2)),
                Rule.of(new Unprocessed(0.3)).operation("BatchGetItem"),
                Rule.of(new LostRequest()).calls(1),
                Rule.of(new LostAnswer()).function("CreateUser").service("dynamodb"));

        assertThat(RulesForm.read(json(JSON.std.asString(RulesForm.write(rules))), SERVICES))
                .isEqualTo(rules);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | The body must be a JSON object.",
                "{} | Field rules must be a list, and is missing.",
                "{'rule': []} | Field rule is unknown: expected are rules.",
                "{'rules': {}} | Field rules must be a list, not {}.",
                "{'rules': [7]} | Field rules[0] must be an object.",
                "{'rules': [{}]} | Field rules[0].fault must be one of lost-answer,",
                "{'rules': [{'fault': 'slow'}]} | Field rules[0].fault must be one of lost-answer,",
                "{'rules': [{'fault': 'lost-answer', 'code': 'x'}]} | Field rules[0].code is unknown: expected are calls,",
                "{'rules': [{'fault': 'lost-answer'}, {'fault': 'lost-answer', 'share': 0}]} | Field rules[1].share must be a number above 0 and at most 1, not 0.",
                "{'rules': [{'fault': 'lost-answer', 'share': '1'}]} | Field rules[0].share must be a number above 0",
                "{'rules': [{'fault': 'lost-answer', 'share': 1.5}]} | Field rules[0].share must be a number above 0",
                "{'rules': [{'fault': 'lost-answer', 'seconds': 0}]} | Field rules[0].seconds must be a number above 0, at most a million, not 0.",
                "{'rules': [{'fault': 'lost-answer', 'calls': 0.5}]} | Field rules[0].calls must be a whole number from 1",
                "{'rules': [{'fault': 'lost-answer', 'calls': 0}]} | Field rules[0].calls must be a whole number from 1",
                "{'rules': [{'fault': 'lost-answer', 'function': 7}]} | Field rules[0].function must be a text, not 7.",
                "{'rules': [{'fault': 'lost-answer', 'service': 's3'}]} | Field rules[0].service must be one of dynamodb, not s3.",
                "{'rules': [{'fault': 'throttling', 'code': 'Slow'}]} | Field rules[0].code must be one of Provisioned",
                "{'rules': [{'fault': 'server-error', 'status': 502}]} | Field rules[0].status must be 500 or 503, not 502.",
                "{'rules': [{'fault': 'unprocessed'}]} | Field rules[0].items must be a number above 0 and at most 1, and is missing.",
                "{'rules': [{'fault': 'unprocessed', 'items': 0.5, 'operation': 'GetItem'}]} | Field rules[0].operation must be one of BatchGetItem, BatchWriteItem, not GetItem."
            })
    void faultyRuleIsRefusedWithItsField(String document, String sentence) {
        assertThatThrownBy(() -> RulesForm.read(json(document.replace('\'', '"')), SERVICES))
                .isInstanceOf(InvalidFormException.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void latenciesAreWrittenAsTheyAreRead() throws Exception {
        for (Latency latency : List.of(
                new Fixed(Duration.ofNanos(1_500_000)),
                new Sampled(List.of(Duration.ZERO, Duration.ofMillis(4))),
                new LogNormal(Duration.ofMillis(4), Duration.ofMillis(20)))) {
            Map<String, Latency> latencies = Map.of("dynamodb", latency);

            assertThat(LatenciesForm.read(json(JSON.std.asString(LatenciesForm.write(latencies))), SERVICES))
                    .isEqualTo(latencies);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | The body must be a JSON object.",
                "{'s3': {'fixed': 1}} | Field s3 is unknown: expected are dynamodb.",
                "{'dynamodb': 4} | Field dynamodb must be an object.",
                "{'dynamodb': {'fixed': -1}} | Field dynamodb.fixed must be a number from 0 to a million, not -1.",
                "{'dynamodb': {'fixed': 1, 'p50': 1}} | Field dynamodb.p50 is unknown",
                "{'dynamodb': {'samples': []}} | Field dynamodb.samples must be a list of one number or more, not [].",
                "{'dynamodb': {'samples': [1, 'x']}} | Field dynamodb.samples[1] must be a number from 0 to a million, not x.",
                "{'dynamodb': {'p50': 4}} | Field dynamodb.p99 must be a number above 0, at most a million, and is missing.",
                "{'dynamodb': {'p50': 4, 'p99': 3}} | Field dynamodb.p99 must be at least p50, not 3.",
                "{'dynamodb': {}} | Field dynamodb.p50 must be a number above 0"
            })
    void faultyLatencyIsRefusedWithItsField(String document, String sentence) {
        assertThatThrownBy(() -> LatenciesForm.read(json(document.replace('\'', '"')), SERVICES))
                .isInstanceOf(InvalidFormException.class)
                .hasMessageStartingWith(sentence);
    }

    private static Object json(String text) throws IOException {
        return JSON.std.anyFrom(text);
    }
}
