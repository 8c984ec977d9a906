package dev.warmpath.local.template;

import java.util.Map;

/**
 * The values of CloudFormation's pseudo parameters.
 *
 * @param accountId twelve digits
 */
public record PseudoParameters(String region, String accountId, String stackName) {
    /** Account {@code 000000000000} in the given region, stack {@code warmpath}. */
    public static PseudoParameters local(String region) {
        return new PseudoParameters(region, "000000000000", "warmpath");
    }

    Map<String, String> values() {
        return Map.of(
                "AWS::Region",
                region,
                "AWS::AccountId",
                accountId,
                "AWS::StackName",
                stackName,
                "AWS::StackId",
                "arn:aws:cloudformation:" + region + ":" + accountId + ":stack/" + stackName + "/local",
                "AWS::Partition",
                "aws",
                "AWS::URLSuffix",
                "amazonaws.com");
    }

    String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
    }
}
