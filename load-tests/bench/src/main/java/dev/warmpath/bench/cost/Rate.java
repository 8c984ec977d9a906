package dev.warmpath.bench.cost;

import java.util.Arrays;
import java.util.List;

/** What AWS has a price for; each one stands under its key in a file of prices. */
public enum Rate {
    LAMBDA_GB_SECONDS("lambdaGbSeconds"),
    LAMBDA_REQUESTS("lambdaRequests"),
    HTTP_API_REQUESTS("httpApiRequests"),
    DYNAMODB_READ_UNITS("dynamoDbReadUnits"),
    DYNAMODB_WRITE_UNITS("dynamoDbWriteUnits"),
    SQS_REQUESTS("sqsRequests"),
    LOG_GIGABYTES("logGigabytes"),
    ACCESS_LOG_GIGABYTES("accessLogGigabytes"),
    XRAY_TRACES("xrayTraces"),
    CUSTOM_METRIC_MONTHS("customMetricMonths"),
    ALARM_MONTHS("alarmMonths");

    private final String key;

    Rate(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Rate::key).toList();
    }
}
