package dev.warmpath.telemetry;

import java.util.Optional;
import software.amazon.awssdk.awscore.AwsExecutionAttribute;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;

/** Shows each call of the AWS SDK as a subsegment of the trace, its retries included. */
final class AwsCallTracing implements ExecutionInterceptor {
    private static final ExecutionAttribute<XRaySubsegment> SUBSEGMENT = new ExecutionAttribute<>("WarmpathSubsegment");

    private final XRayTracer tracer;

    AwsCallTracing(XRayTracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        Optional<XRaySubsegment> subsegment =
                tracer.beginCall(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
        subsegment.ifPresent(started -> attributes.putAttribute(SUBSEGMENT, started));
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        XRaySubsegment subsegment = attributes.getAttribute(SUBSEGMENT);
        if (subsegment != null) {
            subsegment.awsCall(call(context.request(), Optional.of(context.httpResponse()), attributes));
            subsegment.close();
        }
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        XRaySubsegment subsegment = attributes.getAttribute(SUBSEGMENT);
        if (subsegment != null) {
            subsegment.awsCall(call(context.request(), context.httpResponse(), attributes));
            subsegment.exception(context.exception());
            subsegment.close();
        }
    }

    private static AwsCall call(
            SdkRequest request, Optional<SdkHttpResponse> response, ExecutionAttributes attributes) {
        Region region = attributes.getAttribute(AwsExecutionAttribute.AWS_REGION);
        return new AwsCall(
                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
                region == null ? "" : region.id(),
                request.getValueForField("TableName", String.class).orElse(""),
                response.flatMap(r -> r.firstMatchingHeader("x-amzn-RequestId")).orElse(""),
                response.map(SdkHttpResponse::statusCode).orElse(0));
    }
}
