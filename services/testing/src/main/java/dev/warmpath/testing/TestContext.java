package dev.warmpath.testing;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;

/** The context of an invocation. */
public final class TestContext implements Context {
    public static final String REQUEST_ID = "8f507cfc-1111-4697-b07a-ac58fc914c95";
    private static final int MILLISECONDS_LEFT = 30_000;
    private static final int MEGABYTES = 512;

    private final int millisecondsLeft;

    public TestContext() {
        this(MILLISECONDS_LEFT);
    }

    /** The context of an invocation that has this time left. */
    public TestContext(int millisecondsLeft) {
        this.millisecondsLeft = millisecondsLeft;
    }

    @Override
    public String getAwsRequestId() {
        return REQUEST_ID;
    }

    @Override
    public String getLogGroupName() {
        return "test";
    }

    @Override
    public String getLogStreamName() {
        return "test";
    }

    @Override
    public String getFunctionName() {
        return "test";
    }

    @Override
    public String getFunctionVersion() {
        return "test";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:us-east-1:000000000000:function:test";
    }

    @Override
    public CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return millisecondsLeft;
    }

    @Override
    public int getMemoryLimitInMB() {
        return MEGABYTES;
    }

    @Override
    public LambdaLogger getLogger() {
        return LambdaRuntime.getLogger();
    }
}
