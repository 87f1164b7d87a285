namespace FaceH5Portal.Vendors.Photos;

/// <summary>Who compares a photo with the portrait on file for a name and an ID number.</summary>
public enum PhotoVendor
{
    /// <summary>聚合数据 人脸实名认证 (<c>verifyface/verifyEncry</c>, <c>verifyface/verify</c>).</summary>
    Juhe,

    /// <summary>腾讯云 用户上传照片身份信息核验 (<c>face/idcardcompare</c>), retired by its own document.</summary>
    TencentLegacy,

    /// <summary>腾讯云 照片人脸核身 V2.0 (<c>faceid ImageRecognitionV2</c>), which follows it.</summary>
    TencentV2,

    /// <summary>Linkface 自拍照与身份证核验 v2 (<c>/v2/identity/selfie_idnumber_verification</c>).</summary>
    Linkface,
}
