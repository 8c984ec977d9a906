package dev.warmpath.bench.cost;

/** A line of the bill. */
public enum Item {
    HTTP_API_REQUESTS("HTTP API requests", "requests", Rate.HTTP_API_REQUESTS, true),
    API_INVOCATIONS("Lambda requests of API functions", "requests", Rate.LAMBDA_REQUESTS, true),
    WORKER_INVOCATIONS("Lambda requests of workers", "requests", Rate.LAMBDA_REQUESTS, false),
    GB_SECONDS("Lambda duration", "GB-s", Rate.LAMBDA_GB_SECONDS, false),
    READ_UNITS("DynamoDB reads", "RRU", Rate.DYNAMODB_READ_UNITS, false),
    WRITE_UNITS("DynamoDB writes", "WRU", Rate.DYNAMODB_WRITE_UNITS, false),
    SQS_REQUESTS("SQS requests of functions and pollers", "requests", Rate.SQS_REQUESTS, false),
    IDLE_RECEIVES("SQS receives of idle pollers", "requests", Rate.SQS_REQUESTS, false),
    FUNCTION_LOGS("CloudWatch Logs of functions", "GB", Rate.LOG_GIGABYTES, false),
    ACCESS_LOGS("CloudWatch Logs of the API", "GB", Rate.ACCESS_LOG_GIGABYTES, false),
    TRACES("X-Ray traces", "traces", Rate.XRAY_TRACES, false),
    CUSTOM_METRICS("CloudWatch custom metrics", "metric-months", Rate.CUSTOM_METRIC_MONTHS, false),
    ALARMS("CloudWatch alarms", "alarm-months", Rate.ALARM_MONTHS, false);

    private final String label;
    private final String unit;
    private final Rate rate;
    private final boolean fixed;

    Item(String label, String unit, Rate rate, boolean fixed) {
        this.label = label;
        this.unit = unit;
        this.rate = rate;
        this.fixed = fixed;
    }

    public String label() {
        return label;
    }

    /** Of its quantity. */
    public String unit() {
        return unit;
    }

    public Rate rate() {
        return rate;
    }

    /** Whether each request of the API costs this, however it is implemented. */
    public boolean fixed() {
        return fixed;
    }
}
