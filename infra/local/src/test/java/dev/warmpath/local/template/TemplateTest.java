package dev.warmpath.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Resources: {} | template.yaml:1: [] is not supported; expected AWS::Serverless-2016-10-31 alone",
                "Transform: AWS::LanguageExtensions | template.yaml:1: Transform: [AWS::LanguageExtensions] is not "
                        + "supported; expected AWS::Serverless-2016-10-31 alone",
                "[a] | template.yaml:1: a list is not a mapping; expected keys with values",
            })
    void fileThatIsNoSamTemplateIsRefused(String yaml, String message) {
        assertThatThrownBy(() -> Template.parse(Path.of("template.yaml"), yaml))
                .isInstanceOf(TemplateException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWS::Serverless::Api", "AWS::SNS::Topic", "AWS::Lambda::Function", "Custom::Thing"})
    void resourceThatMattersAndCannotRunIsRefused(String type) {
        assertThat(Sam.errorOf("Resources:\n  It: {Type: '" + type + "'}"))
                .isEqualTo("template.yaml:3: Resources.It.Type: \"" + type + "\" is not supported by the local run; "
                        + "expected one of AWS::Serverless::Function, AWS::Serverless::HttpApi, "
                        + "AWS::Serverless::LayerVersion, AWS::DynamoDB::Table, AWS::SQS::Queue, AWS::S3::Bucket");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS::Cognito::UserPool",
                "AWS::Logs::LogGroup",
                "AWS::IAM::Role",
                "AWS::CloudWatch::Alarm",
                "AWS::Lambda::Permission"
            })
    void resourceThatOnlyACloudNeedsIsLeftOut(String type) {
        Application application =
                Sam.resolve("Resources:\n  It: {Type: '" + type + "', Properties: {A: !ImportValue other}}");

        assertThat(application.functions()).isEmpty();
        assertThat(application.tables()).isEmpty();
    }

    @Test
    void resourcesThatNeedEachOtherAreRefused() {
        assertThat(Sam.errorOf("""
                        Resources:
                          Pool:
                            Type: AWS::Cognito::UserPool
                            Properties: {Trigger: !GetAtt Grant.Arn}
                          Grant:
                            Type: AWS::Serverless::Function
                            Properties: {Environment: {Variables: {POOL: !Sub 'x-${Pool}'}}}
                        """))
                .isEqualTo("template.yaml:3: Resources.Pool: the resource needs itself through Pool -> Grant -> Pool; "
                        + "expected no circle");
    }

    @Test
    void routesMakeNoCircleWithTheirApi() {
        Application application = Sam.resolve("""
                Resources:
                  Api:
                    Type: AWS::Serverless::HttpApi
                  Read:
                    Type: AWS::Serverless::Function
                    DependsOn: Api
                    Properties:
                      Runtime: java25
                      Handler: a.B
                      CodeUri: a.jar
                      Events: {Web: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /, Method: GET}}}
                """);

        assertThat(application.api().routes()).hasSize(1);
    }

    @Test
    void unknownReferenceInWhatOnlyACloudNeedsIsRefusedToo() {
        assertThat(Sam.errorOf("""
                        Resources:
                          Alarm:
                            Type: AWS::CloudWatch::Alarm
                            Properties: {Name: !Join ['-', [a, !Sub '${Nobody}']]}
                        """))
                .isEqualTo("template.yaml:5: Resources.Alarm.Properties.Name[1][1]: there is no \"Nobody\"; "
                        + "expected a parameter, a pseudo parameter or a resource");
    }

    @Test
    void unknownDependencyIsRefused() {
        assertThat(Sam.errorOf("Resources:\n  It: {Type: 'AWS::IAM::Role', DependsOn: [Nobody]}"))
                .isEqualTo("template.yaml:3: Resources.It.DependsOn[0]: there is no \"Nobody\"; "
                        + "expected a parameter, a pseudo parameter or a resource");
    }

    @Test
    void tableIsReadWithItsNameAndResolvedProperties() {
        TableSpec table = Sam.resolve("""
                        Parameters: {Protect: {Type: String, Default: 'true'}}
                        Conditions: {IsProtected: !Equals [!Ref Protect, 'true']}
                        Resources:
                          Users:
                            Type: AWS::DynamoDB::Table
                            Properties: {TableName: users, DeletionProtectionEnabled: !If [IsProtected, true, false]}
                        """).tables().getFirst();

        assertThat(table)
                .isEqualTo(new TableSpec(
                        "Users", "users", Map.of("TableName", "users", "DeletionProtectionEnabled", true)));
    }

    @Test
    void attributeThatNoKeyUsesIsRefused() {
        assertThat(Sam.errorOf("""
                        Resources:
                          Users:
                            Type: AWS::DynamoDB::Table
                            Properties:
                              AttributeDefinitions: [{AttributeName: a, AttributeType: S}]
                              KeySchema: [{AttributeName: b, KeyType: HASH}]
                        """))
                .isEqualTo("template.yaml:6: Resources.Users.Properties.AttributeDefinitions: the definitions are of "
                        + "[a]; expected those of the keys, [b]");
    }

    @Test
    void outputWithoutValueIsRefused() {
        assertThat(Sam.errorOf("Outputs:\n  It: {Description: x}"))
                .isEqualTo("template.yaml:3: Outputs.It: Value is missing; expected one");
    }
}
